namespace ParityNet.Native.Simd;

/// <summary>The worst error of some inputs and how many results were correctly rounded.</summary>
readonly record struct ErrorCount(double WorstUlp, float WorstInput, long Correct)
{
    /// <summary>Both together; of equally bad inputs the one with the smaller bits, so that the order of work does not matter.</summary>
    public ErrorCount With(ErrorCount other)
    {
        bool worse = other.WorstUlp > WorstUlp
            || (other.WorstUlp == WorstUlp && BitConverter.SingleToUInt32Bits(other.WorstInput) < BitConverter.SingleToUInt32Bits(WorstInput));
        return worse ? other with { Correct = Correct + other.Correct } : this with { Correct = Correct + other.Correct };
    }
}
