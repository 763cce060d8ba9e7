using System.Numerics;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Tests.Numbers;

/// <summary>What a faithful implementation in the element type computes: a rounding at every operation.</summary>
readonly record struct Machine<T>(T Value) : IReal<Machine<T>>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Machine<T> Pi => new(T.Pi);

    public static Machine<T> Exact(double value) => new(T.CreateTruncating(value));

    public static Machine<T> FromHost(Host value) => new(T.CreateTruncating(value.Evaluate<Plain>().Value));

    public static Machine<T> operator +(Machine<T> a, Machine<T> b) => new(a.Value + b.Value);

    public static Machine<T> operator -(Machine<T> a, Machine<T> b) => new(a.Value - b.Value);

    public static Machine<T> operator *(Machine<T> a, Machine<T> b) => new(a.Value * b.Value);

    public static Machine<T> operator /(Machine<T> a, Machine<T> b) => new(a.Value / b.Value);

    public static Machine<T> operator -(Machine<T> a) => new(-a.Value);

    public static Truth operator <(Machine<T> a, Machine<T> b) => Truth.Of(a.Value < b.Value);

    public static Truth operator >(Machine<T> a, Machine<T> b) => Truth.Of(a.Value > b.Value);

    public static Truth operator <=(Machine<T> a, Machine<T> b) => Truth.Of(a.Value <= b.Value);

    public static Truth operator >=(Machine<T> a, Machine<T> b) => Truth.Of(a.Value >= b.Value);

    public static Truth Equal(Machine<T> a, Machine<T> b) => Truth.Of(a.Value == b.Value);

    public static Truth IsNaN(Machine<T> a) => Truth.Of(T.IsNaN(a.Value));

    public static Machine<T> Abs(Machine<T> a) => new(T.Abs(a.Value));

    public static Machine<T> Min(Machine<T> a, Machine<T> b) => new(T.Min(a.Value, b.Value));

    public static Machine<T> Max(Machine<T> a, Machine<T> b) => new(T.Max(a.Value, b.Value));

    public static Machine<T> Square(Machine<T> a) => new(a.Value * a.Value);

    public static Machine<T> Pow(Machine<T> a, long exponent) => new(T.CreateTruncating(Math.Pow(double.CreateTruncating(a.Value), exponent)));

    public static Machine<T> Sqrt(Machine<T> a) => new(T.Sqrt(a.Value));

    public static Machine<T> Exp(Machine<T> a) => Rounded(a, WideFunctions.Exp, double.Exp);

    public static Machine<T> Log(Machine<T> a) => Rounded(a, a.Value > T.Zero ? WideFunctions.Log : null, double.Log);

    public static Machine<T> Log1p(Machine<T> a) => Rounded(a, a.Value > -T.One ? WideFunctions.Log1p : null, x => Plain.Log1p(new(x)).Value);

    public static Machine<T> Expm1(Machine<T> a) => Rounded(a, WideFunctions.Expm1, x => Plain.Expm1(new(x)).Value);

    public static Machine<T> Tanh(Machine<T> a) => Rounded(a, WideFunctions.Tanh, double.Tanh);

    public static Machine<T> Erf(Machine<T> a) => Rounded(a, WideFunctions.Erf, x => Plain.Erf(new(x)).Value);

    public static Machine<T> Sigmoid(Machine<T> a) => Exact(1) / (Exact(1) + Exp(-a));

    public static Machine<T> Softplus(Machine<T> a) => Rounded(a, WideFunctions.Softplus, x => Plain.Softplus(new(x)).Value);

    public static Machine<T> Sin(Machine<T> a) => new(T.CreateTruncating(Math.Sin(double.CreateTruncating(a.Value))));

    public static Machine<T> Cos(Machine<T> a) => new(T.CreateTruncating(Math.Cos(double.CreateTruncating(a.Value))));

    public static Machine<T> Atan(Machine<T> a) => new(T.CreateTruncating(Math.Atan(double.CreateTruncating(a.Value))));

    public static Machine<T> Pow(Machine<T> a, Machine<T> exponent) =>
        new(T.CreateTruncating(Math.Pow(double.CreateTruncating(a.Value), double.CreateTruncating(exponent.Value))));

    public static Machine<T> Sum(ReadOnlySpan<Machine<T>> terms, SumClass order)
    {
        T sum = T.Zero;
        foreach (Machine<T> term in terms)
            sum += term.Value;
        return new(sum);
    }

    public static Machine<T> Where(Truth condition, Machine<T> ifTrue, Machine<T> ifFalse) => condition.CanBeTrue ? ifTrue : ifFalse;

    public static Machine<T> Hull(Machine<T> a, Machine<T> b) => a;

    public static Machine<T> WithDerivativeOf(Machine<T> primary, Machine<T> alternative) => primary;

    public static Machine<T> Detach(Machine<T> a) => a;

    // The nearest double, rounded to the element type. The platform's own functions serve where a pair of doubles has no nearest.
    static Machine<T> Rounded(Machine<T> a, Func<Wide, Wide>? function, Func<double, double> limit)
    {
        double x = double.CreateTruncating(a.Value);
        return new(T.CreateTruncating(
            function is null || double.IsInfinity(x) || double.IsNaN(x) || function(x) is not { Exponent: 0 } value || Math.Abs(value.High) < 1e-290 ? limit(x) : value.High));
    }
}
