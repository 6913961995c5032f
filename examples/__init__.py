"""Three invented reports with their gold annotations, and the script that sets the reports."""
