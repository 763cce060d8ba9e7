using System.Numerics;

namespace ParityNet.Cli.Accuracy;

/// <summary>How far a function is from the truth over the inputs that were tried.</summary>
/// <param name="Inputs">How many were tried.</param>
/// <param name="Drawn">How many of them were chosen without a look at results; the others are near the worst.</param>
/// <param name="Nearest">On how many of the drawn the result is the number nearest to the truth; a NaN counts where NaN is right.</param>
/// <param name="WorstUlp">The largest error, in ULP of the true result, of a result that is not the nearest; ½ where each one is.</param>
/// <param name="WorstInput">An input with that error: of equally bad ones that with the smallest bits; NaN where each result is the nearest.</param>
/// <param name="Astray">On how many inputs a NaN, an infinity, a zero or its sign is wrong, a zero by at least two of the smallest numbers. They count nowhere else.</param>
/// <param name="AstrayInput">One of them: that with the smallest bits.</param>
/// <param name="Hash">A number made of the bits of all results, every NaN alike; equal where these are.</param>
readonly record struct Finding<T>(long Inputs, long Drawn, long Nearest, double WorstUlp, T WorstInput, long Astray, T AstrayInput, ulong Hash) where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Finding<T> None => new(0, 0, 0, 0.5, T.NaN, 0, T.NaN, 0);

    /// <summary>Both together; the order does not matter.</summary>
    public Finding<T> With(Finding<T> other)
    {
        var (worst, input) = other.WorstUlp > WorstUlp || (other.WorstUlp == WorstUlp && IsBefore(other.WorstInput, WorstInput))
            ? (other.WorstUlp, other.WorstInput)
            : (WorstUlp, WorstInput);
        return new(
            Inputs + other.Inputs, Drawn + other.Drawn, Nearest + other.Nearest, worst, input,
            Astray + other.Astray, IsBefore(other.AstrayInput, AstrayInput) ? other.AstrayInput : AstrayInput, Hash + other.Hash);
    }

    /// <summary>With a result that is not the nearest.</summary>
    /// <param name="input">The argument.</param>
    /// <param name="ulp">Its error; infinite where it is astray.</param>
    public Finding<T> WithError(T input, double ulp) => double.IsInfinity(ulp)
        ? With(None with { Astray = 1, AstrayInput = input })
        : With(None with { WorstUlp = ulp, WorstInput = input });

    static bool IsBefore(T a, T b) => !T.IsNaN(a) && (T.IsNaN(b) || Bits(a) < Bits(b));

    static ulong Bits(T number) => BitConverter.DoubleToUInt64Bits(double.CreateChecked(number));
}
