using ParityNet.Definitions.Numbers;

namespace ParityNet.Parity.Tests.Forms;

/// <summary>An exact number that compares all forms that a definition states to be equal; point-valued numbers look at the first alone.</summary>
readonly record struct Form(Exact Value) : IReal<Form>
{
    [ThreadStatic] static List<(double, double)>? apart;

    /// <summary>The pairs of forms in a computation that differ by more than half a unit in the last place of a float.</summary>
    public static IReadOnlyList<(double, double)> Apart(Action compute)
    {
        apart = [];
        compute();
        return apart;
    }

    // A form may round its constants, or leave out what no element type holds beside the rest.
    public static Form Hull(Form a, Form b)
    {
        Form difference = Abs(a - b), limit = Max(Abs(a), Abs(b)) * Exact(Math.ScaleB(1, -24));
        if (a.Value.IsFinite && b.Value.IsFinite && !(difference <= limit).CanBeTrue)
            apart?.Add((a.Value.ToDouble(), b.Value.ToDouble()));
        return a;
    }

    public static Form WithDerivativeOf(Form primary, Form alternative) => primary;

    public static Form Detach(Form a) => a;

    public static Form Where(Truth condition, Form ifTrue, Form ifFalse) => new(Definitions.Numbers.Exact.Where(condition, ifTrue.Value, ifFalse.Value));

    public static Form Pi => new(Definitions.Numbers.Exact.Pi);

    public static Form Exact(double value) => new(Definitions.Numbers.Exact.Of(value));

    public static Form FromHost(Host value) => new(Definitions.Numbers.Exact.FromHost(value));

    public static Form operator +(Form a, Form b) => new(a.Value + b.Value);

    public static Form operator -(Form a, Form b) => new(a.Value - b.Value);

    public static Form operator *(Form a, Form b) => new(a.Value * b.Value);

    public static Form operator /(Form a, Form b) => new(a.Value / b.Value);

    public static Form operator -(Form a) => new(-a.Value);

    public static Truth operator <(Form a, Form b) => a.Value < b.Value;

    public static Truth operator >(Form a, Form b) => a.Value > b.Value;

    public static Truth operator <=(Form a, Form b) => a.Value <= b.Value;

    public static Truth operator >=(Form a, Form b) => a.Value >= b.Value;

    public static Truth Equal(Form a, Form b) => Definitions.Numbers.Exact.Equal(a.Value, b.Value);

    public static Truth IsNaN(Form a) => Definitions.Numbers.Exact.IsNaN(a.Value);

    public static Form Abs(Form a) => new(Definitions.Numbers.Exact.Abs(a.Value));

    public static Form Min(Form a, Form b) => new(Definitions.Numbers.Exact.Min(a.Value, b.Value));

    public static Form Max(Form a, Form b) => new(Definitions.Numbers.Exact.Max(a.Value, b.Value));

    public static Form Square(Form a) => new(Definitions.Numbers.Exact.Square(a.Value));

    public static Form Pow(Form a, long exponent) => new(Definitions.Numbers.Exact.Pow(a.Value, exponent));

    public static Form Pow(Form a, Form exponent) => new(Definitions.Numbers.Exact.Pow(a.Value, exponent.Value));

    public static Form Sqrt(Form a) => new(Definitions.Numbers.Exact.Sqrt(a.Value));

    public static Form Exp(Form a) => new(Definitions.Numbers.Exact.Exp(a.Value));

    public static Form Log(Form a) => new(Definitions.Numbers.Exact.Log(a.Value));

    public static Form Log1p(Form a) => new(Definitions.Numbers.Exact.Log1p(a.Value));

    public static Form Expm1(Form a) => new(Definitions.Numbers.Exact.Expm1(a.Value));

    public static Form Tanh(Form a) => new(Definitions.Numbers.Exact.Tanh(a.Value));

    public static Form Erf(Form a) => new(Definitions.Numbers.Exact.Erf(a.Value));

    public static Form Sigmoid(Form a) => new(Definitions.Numbers.Exact.Sigmoid(a.Value));

    public static Form Softplus(Form a) => new(Definitions.Numbers.Exact.Softplus(a.Value));

    public static Form Sin(Form a) => new(Definitions.Numbers.Exact.Sin(a.Value));

    public static Form Cos(Form a) => new(Definitions.Numbers.Exact.Cos(a.Value));

    public static Form Atan(Form a) => new(Definitions.Numbers.Exact.Atan(a.Value));

    public static Form Sum(ReadOnlySpan<Form> terms, SumClass order)
    {
        Exact[] values = new Exact[terms.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = terms[i].Value;
        return new(Definitions.Numbers.Exact.Sum(values, order));
    }
}
