"""What other systems do on the same texts in the same run; a missing peer drops out of the table."""
