// The application of this test shell does nothing.
