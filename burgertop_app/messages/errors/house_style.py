"""Sentences for what goes wrong with the organiser's own logo and colour."""

from burgertop_app.i18n import mark

SENTENCES = {
    "colour_unknown": mark(
        "“{colour}” is no colour. Type it as #0B5C66, or as red, green and blue: 11, 92, 102."
    ),
    "accent_contrast": mark(
        "This colour ({colour}) has a contrast of {ratio} : 1 with white; at least {least} : 1 is needed, or "
        "many people cannot read it. {better} is the nearest darker colour that will do."
    ),
    "logo_alt_empty": mark(
        "Say what the logo shows, for who cannot see it: for example “Logo of the municipality of Waterrijk”."
    ),
    "logo_alt_long": mark(
        "That is too long to listen to. Say in at most {most} characters what the logo shows."
    ),
    "logo_narrow": mark(
        "{file} is {wide} by {high} dots: so long and narrow that nothing of it can be seen on paper. Choose "
        "a logo that is at most {most} times as long one way as the other."
    ),
}
