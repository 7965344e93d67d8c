//! The pages on the threshold: two empty boxes, the recovery words, the first own password, the code of
//! conduct. None of them names an office,
//! a person or a number, except in the sample office, whose people are invented.

mod conduct;
mod ending;
mod entering;
mod new_password;
mod one_time;
mod recovery;
mod threshold;
mod two_boxes;

pub use conduct::AcceptConduct;
pub use ending::Ending;
pub use new_password::{NewPassword, NewPasswordState};
pub use one_time::OneTimePassword;
pub use recovery::Recovery;
pub use threshold::{NoWay, Threshold};
pub use two_boxes::SignIn;
