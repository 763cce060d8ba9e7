using System.Numerics;

namespace ParityNet.Cli.Accuracy;

/// <summary>The accuracy of a function over the tested inputs.</summary>
/// <param name="Inputs">The number of tested inputs.</param>
/// <param name="Drawn">The number of these chosen independently of results; the others are near the worst points.</param>
/// <param name="Nearest">The number of drawn inputs with a correctly rounded result; NaN counts where NaN is right.</param>
/// <param name="WorstUlp">The largest error, in ULPs of the true result, among incorrectly rounded results; ½ where there are none.</param>
/// <param name="WorstInput">The input with that error, ties by the smallest bits; NaN where all results are correctly rounded.</param>
/// <param name="Astray">The number of inputs with a wrong NaN, infinity, zero or sign of zero, where a wrong zero is off by at least two of
/// the smallest subnormals. They count nowhere else.</param>
/// <param name="AstrayInput">The one with the smallest bits.</param>
/// <param name="Hash">A hash of the bits of all results, with all NaNs equal.</param>
readonly record struct Finding<T>(long Inputs, long Drawn, long Nearest, double WorstUlp, T WorstInput, long Astray, T AstrayInput, ulong Hash)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Finding<T> None => new(0, 0, 0, 0.5, T.NaN, 0, T.NaN, 0);

    /// <summary>Combines two findings, in either order.</summary>
    public Finding<T> With(Finding<T> other)
    {
        var (worst, input) = other.WorstUlp > WorstUlp || (other.WorstUlp == WorstUlp && IsBefore(other.WorstInput, WorstInput))
            ? (other.WorstUlp, other.WorstInput)
            : (WorstUlp, WorstInput);
        return new(
            Inputs + other.Inputs, Drawn + other.Drawn, Nearest + other.Nearest, worst, input,
            Astray + other.Astray, IsBefore(other.AstrayInput, AstrayInput) ? other.AstrayInput : AstrayInput, Hash + other.Hash);
    }

    /// <summary>Adds an incorrectly rounded result.</summary>
    /// <param name="input">The argument.</param>
    /// <param name="ulp">The error; infinite where the result is astray.</param>
    public Finding<T> WithError(T input, double ulp) => double.IsInfinity(ulp)
        ? With(None with { Astray = 1, AstrayInput = input })
        : With(None with { WorstUlp = ulp, WorstInput = input });

    static bool IsBefore(T a, T b) => !T.IsNaN(a) && (T.IsNaN(b) || Bits(a) < Bits(b));

    static ulong Bits(T number) => BitConverter.DoubleToUInt64Bits(double.CreateChecked(number));
}
