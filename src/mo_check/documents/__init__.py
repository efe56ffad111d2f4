"""What a report says, neutral of where it goes: text, tables and charts as data."""
