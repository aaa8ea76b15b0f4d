"""What things are: frozen values, enums and rules that check themselves."""
