//! What the end-to-end tests share: a WebDriver client, and the real window under it.
//!
//! Test programs of this package: `journeys` (whole offices without a window), `browser` (the interface in headless Chromium),
//! `window` (the real window) and `tour` (the guided tour). The last three need what `./dev test` builds for them and say so when it
//! is missing. Read first: [`window::Window`], [`webdriver::Page`].

pub mod a_case;
pub mod children;
pub mod dice;
pub mod filling;
pub mod logind;
pub mod machine;
pub mod memory;
pub mod office;
pub mod sought;
pub mod staff;
pub mod webdriver;
pub mod window;

/// What went wrong while driving a page.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// A program or file of the test is not there.
    #[error("{0}: {1}")]
    Start(String, std::io::Error),
    /// The tests were not started through `./dev`, which builds what they need and says where it is.
    #[error("{0} is not set: start these tests with ./dev test")]
    NotBuilt(&'static str),
    /// The driver did not answer in time, or not in HTTP.
    #[error("the driver does not answer: {0}")]
    Silent(String),
    /// The driver refused.
    #[error("{error}: {message}")]
    Refused {
        /// WebDriver's name for it, such as `no such element`.
        error: String,
        /// In its words.
        message: String,
    },
    /// What was waited for did not come. The page's text is told, so that the reason can be read from the log of a test.
    #[error("waited in vain for {wanted}; the page says:\n{page}")]
    Waited {
        /// What.
        wanted: String,
        /// What stood there instead.
        page: String,
    },
}
