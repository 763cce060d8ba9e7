using System.Numerics.Tensors;
using ParityNet.Cli.Functions;
using ParityNet.Definitions.Numbers;
using ParityNet.Native;

namespace ParityNet.Cli.Accuracy;

/// <summary>The reference values with which a function's results are compared.</summary>
sealed class Truths
{
    static readonly Dictionary<string, ElementaryFunction> Named = Enum.GetValues<ElementaryFunction>()
        .ToDictionary(function => $"{function}".ToLowerInvariant());

    readonly string name;
    readonly double exponent;

    /// <summary>The reference values of a function.</summary>
    /// <param name="name">The function.</param>
    /// <param name="exponent">The exponent that the library uses, where the function is a power.</param>
    public Truths(string name, double? exponent)
    {
        this.name = name;
        this.exponent = exponent ?? 1;
        Exact = exponent is { } power ? TrueFunction.Power(power) : TrueFunction.All.FirstOrDefault(function => function.Name == name);
    }

    /// <summary>The function in high precision; null where there is none.</summary>
    public TrueFunction? Exact { get; }

    /// <summary>Whether a function is available in high precision.</summary>
    /// <param name="name">The function.</param>
    public static bool Has(string name) => Powers.All.ContainsKey(name) || TrueFunction.All.Any(function => function.Name == name);

    /// <summary>
    /// Computes the function of <c>float</c> arguments with an error of at most 4 ULP of <c>double</c>, 2⁻²⁷ ULP of <c>float</c>.
    /// </summary>
    /// <remarks>
    /// It uses the native backend's function in <c>double</c>, whose bits do not depend on the machine and whose tests compare it with high
    /// precision. A power with an integer or half-integer exponent is computed by multiplication, since the square of a <c>float</c> is
    /// exact.
    /// </remarks>
    /// <param name="x">The arguments.</param>
    /// <param name="truths">The results, as many.</param>
    public void Fill(ReadOnlySpan<double> x, Span<double> truths)
    {
        if (Named.TryGetValue(name, out ElementaryFunction function))
            ElementaryFunctions.Apply(function, x, truths);
        else if (name == "sqrt")
            TensorPrimitives.Sqrt(x, truths);
        else if (double.IsInteger(2 * exponent))
            Multiply(x, truths);
        else
            ElementaryFunctions.Power(exponent, x, truths);
    }

    void Multiply(ReadOnlySpan<double> x, Span<double> truths)
    {
        if (double.IsInteger(exponent))
            x.CopyTo(truths);
        else
            TensorPrimitives.Sqrt(x, truths);
        switch (Math.Abs(exponent))
        {
            case 1.5: TensorPrimitives.Multiply(truths, x, truths); break;
            case 2: TensorPrimitives.Multiply(x, x, truths); break;
            case 3:
                TensorPrimitives.Multiply(x, x, truths);
                TensorPrimitives.Multiply(truths, x, truths);
                break;
            case 10:
                TensorPrimitives.Multiply(x, x, truths);
                TensorPrimitives.Multiply(truths, truths, truths);
                TensorPrimitives.Multiply(truths, x, truths);
                TensorPrimitives.Multiply(truths, truths, truths);
                break;
        }
        if (exponent < 0)
            TensorPrimitives.Divide(1, truths, truths);
    }
}
