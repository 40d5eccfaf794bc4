"use strict";
// Without this script every link still leads to its place; with it, all parts of what was asked for light up.
(function () {
  function light() {
    var key = decodeURIComponent(location.hash.slice(1));
    document.querySelectorAll(".lit").forEach(function (mark) {
      mark.classList.remove("lit");
    });
    if (!/^[mspcdek]-[\w.-]+$/.test(key)) {
      return;
    }
    document.querySelectorAll('[data-k~="' + key + '"]').forEach(function (mark) {
      mark.classList.add("lit");
    });
  }
  window.addEventListener("hashchange", light);
  light();
})();
