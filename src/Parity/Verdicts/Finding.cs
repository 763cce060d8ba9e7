namespace ParityNet.Parity.Verdicts;

/// <summary>The judgement on one element: its verdict, what the backends computed and its enclosure.</summary>
/// <param name="Verdict">The verdict on it.</param>
/// <param name="Quantity">The name of the quantity.</param>
/// <param name="Index">The index of the element, row-major.</param>
/// <param name="First">The first backend's result; null where it did not run.</param>
/// <param name="Second">The second backend's result; null where it did not run.</param>
/// <param name="Best">The best known value; null where it is not known precisely enough.</param>
/// <param name="Low">The lower bound of the enclosure: the smallest double inside.</param>
/// <param name="High">The upper bound of the enclosure: the largest double inside.</param>
/// <param name="FirstUlps">The first backend's error, in ULPs.</param>
/// <param name="SecondUlps">The second backend's error, in ULPs.</param>
public sealed record Finding(
    Verdict Verdict, string Quantity, int Index, double? First, double? Second, double? Best, double Low, double High,
    double FirstUlps, double SecondUlps)
{
    /// <summary>Whether the enclosure also contains NaN.</summary>
    public bool MayBeNaN { get; init; }

    /// <summary>Whether an intermediate overflow or underflow of the formula as it is written leads out of the enclosure.</summary>
    public bool LeavesRange { get; init; }

    /// <summary>The largest magnitude that rounding errors of the element are relative to: its own, or that of a sum's term.</summary>
    public double Scale { get; init; }

    /// <summary>Whether a backend is outside without a reason on record.</summary>
    public bool IsUnexplained => Verdict is Verdict.FirstOutside or Verdict.SecondOutside or Verdict.BothOutside;
}
