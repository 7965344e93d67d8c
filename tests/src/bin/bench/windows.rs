//! From the start of the program to the first painted sign-in, in the real window.

use super::figure::Figure;
use std::error::Error;
use std::path::Path;

pub fn start(_: &Path) -> Result<Figure, Box<dyn Error>> {
    Err("not yet".into())
}
