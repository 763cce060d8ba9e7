namespace ParityNet.Native;

/// <summary>How far a <c>float</c> function is from the truth over the inputs that were tried.</summary>
/// <param name="Function">The function.</param>
/// <param name="Inputs">How many inputs were tried, NaN among them.</param>
/// <param name="WorstUlp">The largest error in units in the last place of the true result; infinite where a NaN, an infinity or the sign of a zero is wrong.</param>
/// <param name="WorstInput">An input with that error.</param>
/// <param name="CorrectlyRounded">The share of inputs whose result is the <c>float</c> nearest to the truth, from 0 to 1.</param>
public sealed record AccuracyFinding(ElementaryFunction Function, long Inputs, double WorstUlp, float WorstInput, double CorrectlyRounded)
{
    /// <summary>The bits of <see cref="WorstInput"/>.</summary>
    public uint WorstBits => BitConverter.SingleToUInt32Bits(WorstInput);
}
