//! The styles of parameters (OpenAPI 3.1.1 §4.8.12.3).

/// How the value of a parameter is laid out in text: `style`, `explode` and `allowReserved`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Style {
    /// The layout.
    pub kind: StyleKind,
    /// Whether each element of an array and each property of an object stands by itself.
    pub explode: bool,
    /// Whether reserved characters and percent-encoded triples stand as they are (RFC 6570 §3.2.3), in a query and in a
    /// path. A `#` is encoded all the same, and in a path `/` and `?`: what they begin is not the parameter's.
    pub allow_reserved: bool,
}

/// The layouts of parameters (OpenAPI 3.1.1 §4.8.12.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StyleKind {
    /// `;color=blue`, in a path (RFC 6570 §3.2.7).
    Matrix,
    /// `.blue`, in a path (RFC 6570 §3.2.5).
    Label,
    /// `blue,black`, in a path or a header (RFC 6570 §3.2.2).
    Simple,
    /// `color=blue`, in a query or a cookie (RFC 6570 §3.2.8).
    Form,
    /// `color=blue`, in a cookie, with nothing percent-encoded (OpenAPI 3.2.0 §4.12.2.2).
    Cookie,
    /// `color=blue%20black`, in a query.
    SpaceDelimited,
    /// `color=blue%7Cblack`, in a query.
    PipeDelimited,
    /// `color%5BR%5D=100`, in a query.
    DeepObject,
}

impl Style {
    /// `blue,black,brown` and `R,100,G,200`: the default of path and header parameters.
    pub const SIMPLE: Self = Self::new(StyleKind::Simple, false);
    /// `blue,black,brown` and `R=100,G=200`.
    pub const SIMPLE_EXPLODE: Self = Self::new(StyleKind::Simple, true);
    /// `.blue,black,brown` and `.R,100,G,200`.
    pub const LABEL: Self = Self::new(StyleKind::Label, false);
    /// `.blue.black.brown` and `.R=100.G=200`.
    pub const LABEL_EXPLODE: Self = Self::new(StyleKind::Label, true);
    /// `;color=blue,black,brown` and `;color=R,100,G,200`.
    pub const MATRIX: Self = Self::new(StyleKind::Matrix, false);
    /// `;color=blue;color=black` and `;R=100;G=200`.
    pub const MATRIX_EXPLODE: Self = Self::new(StyleKind::Matrix, true);
    /// `color=blue&color=black` and `R=100&G=200`: the default of query and cookie parameters.
    pub const FORM: Self = Self::new(StyleKind::Form, true);
    /// `color=blue,black,brown` and `color=R,100,G,200`.
    pub const FORM_JOINED: Self = Self::new(StyleKind::Form, false);
    /// `color=blue; color=black` and `R=100; G=200`.
    pub const COOKIE: Self = Self::new(StyleKind::Cookie, true);
    /// `color=blue,black,brown` and `color=R,100,G,200`.
    pub const COOKIE_JOINED: Self = Self::new(StyleKind::Cookie, false);
    /// `color=blue%20black%20brown` and `color=R%20100%20G%20200`.
    pub const SPACE_DELIMITED: Self = Self::new(StyleKind::SpaceDelimited, false);
    /// `color=blue%7Cblack%7Cbrown` and `color=R%7C100%7CG%7C200`.
    pub const PIPE_DELIMITED: Self = Self::new(StyleKind::PipeDelimited, false);
    /// `color%5BR%5D=100&color%5BG%5D=200`.
    pub const DEEP_OBJECT: Self = Self::new(StyleKind::DeepObject, true);

    /// A style without reserved characters.
    pub const fn new(kind: StyleKind, explode: bool) -> Self {
        Self {
            kind,
            explode,
            allow_reserved: false,
        }
    }

    /// The same style with `allowReserved: true`.
    #[must_use]
    pub const fn with_reserved(self) -> Self {
        Self {
            allow_reserved: true,
            ..self
        }
    }
}
