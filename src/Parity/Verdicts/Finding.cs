namespace ParityNet.Parity.Verdicts;

/// <summary>One element that deserves a look.</summary>
/// <param name="Verdict">The verdict on it.</param>
/// <param name="Quantity">What was computed.</param>
/// <param name="Index">The position of the element, row-major.</param>
/// <param name="First">What the first backend gave; null where it did not run.</param>
/// <param name="Second">What the second backend gave; null where it did not run.</param>
/// <param name="Best">The best value known; null where the definition is not known finely enough.</param>
/// <param name="Low">The lower end of the enclosure: the smallest double inside.</param>
/// <param name="High">The upper end of the enclosure: the largest double inside.</param>
/// <param name="FirstUlps">The first backend's error.</param>
/// <param name="SecondUlps">The second backend's error.</param>
public sealed record Finding(
    Verdict Verdict, string Quantity, int Index, double? First, double? Second, double? Best, double Low, double High,
    double FirstUlps, double SecondUlps)
{
    /// <summary>Whether the enclosure holds NaN too.</summary>
    public bool MayBeNaN { get; init; }

    /// <summary>Whether a backend is outside for no reason on record.</summary>
    public bool IsUnexplained => Verdict is Verdict.NativeOutside or Verdict.TorchOutside or Verdict.BothOutside;
}
