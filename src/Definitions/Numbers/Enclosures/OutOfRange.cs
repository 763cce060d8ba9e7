namespace ParityNet.Definitions.Numbers;

/// <summary>What else operations can give when something on the way is made infinite or 0 by rounding.</summary>
/// <param name="Numbers">All numbers, those without it among them; its NaN is one that nothing else explains.</param>
/// <param name="Overflows">Whether something is made infinite.</param>
/// <param name="Underflows">Whether something is made 0.</param>
sealed record OutOfRange<T>(Bounds<T> Numbers, bool Overflows, bool Underflows)
    where T : unmanaged;
