using ParityNet.Activations;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Activations;

// D. Hendrycks and K. Gimpel, 2016: x·Φ(x), or ½x(1 + tanh(√(2/π)(x + 0.044715x³)))
sealed class GeluDefinition : ElementActivationDefinition<Gelu>
{
    const double Cubic = 0.044715;

    protected override R Element<R>(Gelu spec, R x)
    {
        if (spec.Approximate == GeluForm.None)
            return R.Half * x * (R.One + R.Erf(x * R.FromHost(Host.Sqrt(0.5))));
        R inner = R.FromHost(Host.Sqrt(2 / Host.Pi)) * (x + R.FromHost(Cubic) * (R.Square(x) * x));
        // ½(1 + tanh u) is σ(2u), free of cancellation for negative u.
        return R.Hull(R.Half * x * (R.One + R.Tanh(inner)), x * R.Sigmoid(R.Two * inner));
    }
}
