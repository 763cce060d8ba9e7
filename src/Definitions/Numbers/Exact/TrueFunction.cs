using System.Globalization;
using System.Numerics;

namespace ParityNet.Definitions.Numbers;

/// <summary>
/// An elementary function with a reference of sufficient accuracy; use it to measure the errors of a library in ULP.
/// </summary>
/// <remarks>
/// Reference values are double-doubles (a relative error below 2⁻⁷⁰) where these decide, and 300-bit numbers elsewhere: for
/// subnormal and the largest results, and for results close to halfway between two numbers of the type.
/// </remarks>
public sealed class TrueFunction
{
    // The range in which a double-double holds the value and its distance to a number of the type: 2⁻⁹⁰⁰ to 2¹⁰⁰⁰.
    const double Smallest = 1.1830521861667747E-271, Most = 1.0715086071862673E+301;

    // The uncertainty of an error in ULP from a double-double: 2⁻⁷⁰ of a value is less than 2⁻¹⁶ of its ULP in double.
    const double Doubt = 1.0 / (1 << 16);

    readonly Func<Wide, Wide> wide;
    readonly Func<Exact, Exact> exact;

    TrueFunction(string name, Func<Wide, Wide> wide, Func<Exact, Exact> exact) => (Name, this.wide, this.exact) = (name, wide, exact);

    /// <summary>All functions other than powers: <c>exp</c>, <c>log</c> and so on.</summary>
    public static IReadOnlyList<TrueFunction> All { get; } =
    [
        new("exp", WideFunctions.Exp, Exact.Exp),
        new("expm1", WideFunctions.Expm1, Exact.Expm1),
        new("log", WideFunctions.Log, Exact.Log),
        new("log1p", WideFunctions.Log1p, Exact.Log1p),
        new("tanh", WideFunctions.Tanh, Exact.Tanh),
        new("sigmoid", WideFunctions.Sigmoid, Exact.Sigmoid),
        new("softplus", WideFunctions.Softplus, Exact.Softplus),
        new("logsigmoid", x => -WideFunctions.Softplus(-x), x => -Exact.Softplus(-x)),
        new("erf", WideFunctions.Erf, Exact.Erf),
        new("sqrt", Wide.SqrtDown, Exact.Sqrt),
    ];

    /// <summary>The name, such as <c>log1p</c> or <c>pow(0.5)</c>.</summary>
    public string Name { get; }

    /// <summary>The function <c>xᵃ</c>; for negative x only if <paramref name="exponent"/> is an integer.</summary>
    /// <param name="exponent">The exponent a: an integer, half an integer, or any other number, then only for positive x.</param>
    public static TrueFunction Power(double exponent) => new(
        string.Create(CultureInfo.InvariantCulture, $"pow({exponent:0.####})"), x => Power(x, exponent), x => Power(x, exponent));

    /// <summary>
    /// The error of a result in ULP of the exact value, and whether the result is correctly rounded.
    /// </summary>
    /// <remarks>As <see cref="Exact.UlpError{T}"/>. Correctly rounded means to nearest, ties to even, as in IEEE 754.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <param name="computed">The result of a library.</param>
    public (double Ulp, bool IsNearest) Judge<T>(T x, T computed) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double argument = double.CreateChecked(x), result = double.CreateChecked(computed);
        if (Math.Abs(result) < Most && double.IsFinite(argument) && OfTwoDoubles<T>(argument, result) is { } ulp && Math.Abs(ulp - 0.5) > Doubt)
            return (ulp, ulp < 0.5);
        Exact value = exact(Exact.Of(argument));
        return (value.UlpError(computed), result.Equals(Nearest<T>(value)));
    }

    // Rounded once: if the nearest double is halfway between two floats, its rounding error decides.
    static double Nearest<T>(Exact value) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double near = value.ToDouble();
        if (typeof(T) != typeof(float))
            return near;
        float single = (float)near, other = near > single ? MathF.BitIncrement(single) : MathF.BitDecrement(single);
        double rest = near - single == other - near ? (value - Exact.Of(near)).ToDouble() : 0;
        return rest == 0 ? single : rest > 0 ? Math.Max(single, other) : Math.Min(single, other);
    }

    double? OfTwoDoubles<T>(double argument, double result) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Wide value = wide(argument);
        double size = Math.Abs(value.High);
        if (value.Exponent != 0 || size is not (> Smallest and < Most) || size < Math.ScaleB(1, Format<T>.MinExponent) || size > Format<T>.Largest)
            return null;
        // A double-double cannot decide on which side of a power of two a value lies that equals it to all digits.
        if (double.IsPow2(size) && Math.Abs(value.Low) <= size * WideFunctions.Margin && result != value.High)
            return null;
        // Just below a power of two the ULP is that of the lower binade.
        int exponent = Math.ILogB(size) - (double.IsPow2(size) && value.High * value.Low < 0 ? 1 : 0);
        return Math.ScaleB(Math.Abs(result - value.High - value.Low), Format<T>.Precision - 1 - exponent);
    }

    static Wide Power(Wide x, double exponent)
    {
        if (exponent < 0)
            return Wide.One / Power(x, -exponent);
        if (double.IsInteger(2 * exponent))
        {
            Wide power = double.IsInteger(exponent) ? Wide.One : Wide.SqrtDown(x);
            for (int n = (int)exponent; n > 0; n--)
                power *= x;
            return power;
        }
        return WideFunctions.Exp(exponent * WideFunctions.Log(x));
    }

    static Exact Power(Exact x, double exponent) =>
        double.IsInteger(exponent) ? Exact.Pow(x, (long)exponent)
        : exponent < 0 ? Exact.Of(1) / Power(x, -exponent)
        : double.IsInteger(2 * exponent) ? Exact.Pow(x, (long)exponent) * Exact.Sqrt(x)
        : Exact.Exp(Exact.Of(exponent) * Exact.Log(x));
}
