//! An HTTP/1.1 client that sends exactly the bytes it is given.
