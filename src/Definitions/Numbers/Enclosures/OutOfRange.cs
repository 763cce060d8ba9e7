namespace ParityNet.Definitions.Numbers;

/// <summary>The values that become possible when intermediate results overflow or underflow.</summary>
/// <param name="Numbers">All values, including those in range; NaN only if overflow or underflow alone can cause it.</param>
/// <param name="Overflows">Whether an intermediate result overflows.</param>
/// <param name="Underflows">Whether an intermediate result underflows to 0.</param>
sealed record OutOfRange<T>(Bounds<T> Numbers, bool Overflows, bool Underflows)
    where T : unmanaged;
