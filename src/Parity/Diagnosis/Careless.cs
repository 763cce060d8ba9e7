using System.Numerics;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Parity.Diagnosis;

/// <summary>Ways to compute that lose digits.</summary>
interface ICarelessWays
{
    /// <summary>What an implementation that computes so does, in words.</summary>
    static abstract string Words { get; }

    /// <summary>log(1 + x) in place of log1p x.</summary>
    static virtual bool LogOfSum => false;

    /// <summary>exp x − 1 in place of expm1 x.</summary>
    static virtual bool ExpMinusOne => false;

    /// <summary>Exponentials of unshifted numbers.</summary>
    static virtual bool Unshifted => false;
}

/// <summary>A number of the element type itself, with the platform's functions, each operation rounded, and digits lost in given ways.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <typeparam name="TWays">How digits are lost.</typeparam>
readonly record struct Careless<T, TWays>(T Value) : IReal<Careless<T, TWays>>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TWays : ICarelessWays
{
    public static bool KeepsFirst => true;

    public static Careless<T, TWays> Pi => new(T.Pi);

    public static Careless<T, TWays> Exact(double value) => new(T.CreateTruncating(value));

    public static Careless<T, TWays> FromHost(Host value) => new(T.CreateTruncating(value.Evaluate<Plain>().Value));

    public static Careless<T, TWays> operator +(Careless<T, TWays> a, Careless<T, TWays> b) => new(a.Value + b.Value);

    public static Careless<T, TWays> operator -(Careless<T, TWays> a, Careless<T, TWays> b) => new(a.Value - b.Value);

    public static Careless<T, TWays> operator *(Careless<T, TWays> a, Careless<T, TWays> b) => new(a.Value * b.Value);

    public static Careless<T, TWays> operator /(Careless<T, TWays> a, Careless<T, TWays> b) => new(a.Value / b.Value);

    public static Careless<T, TWays> operator -(Careless<T, TWays> a) => new(-a.Value);

    public static Truth operator <(Careless<T, TWays> a, Careless<T, TWays> b) => Truth.Of(a.Value < b.Value);

    public static Truth operator >(Careless<T, TWays> a, Careless<T, TWays> b) => Truth.Of(a.Value > b.Value);

    public static Truth operator <=(Careless<T, TWays> a, Careless<T, TWays> b) => Truth.Of(a.Value <= b.Value);

    public static Truth operator >=(Careless<T, TWays> a, Careless<T, TWays> b) => Truth.Of(a.Value >= b.Value);

    public static Truth Equal(Careless<T, TWays> a, Careless<T, TWays> b) => Truth.Of(a.Value == b.Value);

    public static Truth IsNaN(Careless<T, TWays> a) => Truth.Of(T.IsNaN(a.Value));

    public static Careless<T, TWays> Where(Truth condition, Careless<T, TWays> ifTrue, Careless<T, TWays> ifFalse) =>
        condition.CanBeTrue ? ifTrue : ifFalse;

    public static Careless<T, TWays> Hull(Careless<T, TWays> a, Careless<T, TWays> b) => a;

    public static Careless<T, TWays> WithDerivativeOf(Careless<T, TWays> primary, Careless<T, TWays> alternative) => primary;

    public static Careless<T, TWays> Detach(Careless<T, TWays> a) => a;

    public static Careless<T, TWays> Abs(Careless<T, TWays> a) => new(T.Abs(a.Value));

    public static Careless<T, TWays> Min(Careless<T, TWays> a, Careless<T, TWays> b) => new(T.Min(a.Value, b.Value));

    public static Careless<T, TWays> Max(Careless<T, TWays> a, Careless<T, TWays> b) => new(T.Max(a.Value, b.Value));

    public static Careless<T, TWays> Square(Careless<T, TWays> a) => new(a.Value * a.Value);

    public static Careless<T, TWays> Pow(Careless<T, TWays> a, long exponent) => new(T.Pow(a.Value, T.CreateTruncating(exponent)));

    public static Careless<T, TWays> Pow(Careless<T, TWays> a, Careless<T, TWays> exponent) => new(T.Pow(a.Value, exponent.Value));

    public static Careless<T, TWays> Sqrt(Careless<T, TWays> a) => new(T.Sqrt(a.Value));

    public static Careless<T, TWays> Exp(Careless<T, TWays> a) => new(T.Exp(a.Value));

    public static Careless<T, TWays> Log(Careless<T, TWays> a) => new(T.Log(a.Value));

    public static Careless<T, TWays> Log1p(Careless<T, TWays> a) => new(TWays.LogOfSum ? T.Log(T.One + a.Value) : Precise(a, Plain.Log1p));

    public static Careless<T, TWays> Expm1(Careless<T, TWays> a) => new(TWays.ExpMinusOne ? T.Exp(a.Value) - T.One : Precise(a, Plain.Expm1));

    public static Careless<T, TWays> Tanh(Careless<T, TWays> a) => new(T.Tanh(a.Value));

    public static Careless<T, TWays> Sin(Careless<T, TWays> a) => new(T.Sin(a.Value));

    public static Careless<T, TWays> Cos(Careless<T, TWays> a) => new(T.Cos(a.Value));

    public static Careless<T, TWays> Atan(Careless<T, TWays> a) => new(T.Atan(a.Value));

    public static Careless<T, TWays> Erf(Careless<T, TWays> a) => new(Precise(a, Plain.Erf));

    public static Careless<T, TWays> Sigmoid(Careless<T, TWays> a) => new(T.One / (T.One + T.Exp(-a.Value)));

    public static Careless<T, TWays> Softplus(Careless<T, TWays> a) => new(
        TWays.Unshifted ? T.Log(T.One + T.Exp(a.Value))
        : TWays.LogOfSum ? T.Max(a.Value, T.Zero) + T.Log(T.One + T.Exp(-T.Abs(a.Value))) : Precise(a, Plain.Softplus));

    public static Careless<T, TWays> Sum(ReadOnlySpan<Careless<T, TWays>> terms, SumClass order)
    {
        T sum = T.Zero;
        foreach (Careless<T, TWays> term in terms)
            sum += term.Value;
        return new(sum);
    }

    public static Careless<T, TWays> LogSumExp(ReadOnlySpan<Careless<T, TWays>> terms, SumClass order)
    {
        T shift = Shift(terms), sum = T.Zero;
        foreach (Careless<T, TWays> term in terms)
            sum += T.Exp(term.Value - shift);
        return new(shift + T.Log(sum));
    }

    public static void LogSoftmax(ReadOnlySpan<Careless<T, TWays>> terms, Span<Careless<T, TWays>> result, SumClass order)
    {
        Careless<T, TWays> log = LogSumExp(terms, order);
        for (int i = 0; i < terms.Length; i++)
            result[i] = terms[i] - log;
    }

    static T Shift(ReadOnlySpan<Careless<T, TWays>> terms)
    {
        if (TWays.Unshifted || terms.IsEmpty)
            return T.Zero;
        T largest = terms[0].Value;
        foreach (Careless<T, TWays> term in terms)
            largest = T.Max(largest, term.Value);
        return largest;
    }

    static T Precise(Careless<T, TWays> a, Func<Plain, Plain> function) => T.CreateTruncating(function(new(double.CreateChecked(a.Value))).Value);
}
