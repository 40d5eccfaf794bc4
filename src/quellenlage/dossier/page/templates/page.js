"use strict";
// Without this script every link still leads to its place; with it, all parts of what was asked for light up, and what
// is folded away opens.
(function () {
  function light() {
    var key = decodeURIComponent(location.hash.slice(1));
    document.querySelectorAll(".lit").forEach(function (mark) {
      mark.classList.remove("lit");
    });
    reveal(document.getElementById(key));
    if (!/^[mspcdek]-[\w.-]+$/.test(key)) {
      return;
    }
    document.querySelectorAll('[data-k~="' + key + '"]').forEach(function (mark) {
      mark.classList.add("lit");
    });
  }
  // What lies behind a click is opened for whoever follows a link to it.
  function reveal(target) {
    var closed = [];
    for (var node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS" && !node.open) {
        closed.push(node);
      }
    }
    closed.forEach(function (details) {
      details.open = true;
    });
    if (closed.length) {
      target.scrollIntoView();
    }
  }
  window.addEventListener("hashchange", light);
  light();
})();
