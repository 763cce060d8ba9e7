using ParityNet.Activations;
using ParityNet.Losses;

namespace ParityNet.Definitions.Tests.Facade;

/// <summary>A value or derivative of one pair in closed form, right or with a planted error, computed in double and rounded once.</summary>
/// <param name="Name">What it is, or what is wrong with it.</param>
/// <param name="Spec">The op, without reduction.</param>
/// <param name="IsDerivative">Whether it is the derivative by the first argument.</param>
/// <param name="Form">The closed form, of prediction and target; activations leave the target.</param>
public sealed record Closed(string Name, FunctionSpec Spec, bool IsDerivative, Func<double, double, double> Form)
{
    const Reduction None = Reduction.None;
    const double Delta = 0.5;

    static readonly BinaryCrossEntropyWithLogits Logits = new(Reduction: None);

    public static IReadOnlyList<Closed> Right { get; } =
    [
        new("squared error", new SquaredError(Reduction: None), false, (x, y) => Square(x - y)),
        new("derivative of squared error", new SquaredError(Reduction: None), true, (x, y) => 2 * (x - y)),
        new("half squared error", new SquaredError(true, None), false, (x, y) => Square(x - y) / 2),
        new("derivative of absolute error", new AbsoluteError(None), true, (x, y) => Math.Sign(x - y)),
        new("Huber", new Huber(Delta, None), false, (x, y) => Huber(x - y)),
        new("derivative of Huber", new Huber(Delta, None), true, (x, y) => Math.Clamp(x - y, -Delta, Delta)),
        new("smooth L1", new SmoothL1(Delta, None), false, (x, y) => Huber(x - y) / Delta),
        new("derivative of smooth L1", new SmoothL1(Delta, None), true, (x, y) => Math.Clamp((x - y) / Delta, -1, 1)),
        new("hinge", new Hinge(None), false, (x, y) => Math.Max(0, 1 - x * y)),
        new("derivative of hinge", new Hinge(None), true, (x, y) => 1 - x * y > 0 ? -y : 0),
        new("derivative of logits", Logits, true, (x, y) => Sigmoid(x) - y),
        new("sigmoid", new Sigmoid(), false, (x, _) => Sigmoid(x)),
        new("derivative of tanh", new Tanh(), true, (x, _) => 1 - Square(Math.Tanh(x))),
        new("leaky ReLU", new LeakyReLU(Delta), false, (x, _) => x > 0 ? x : Delta * x),
        new("derivative of softplus", new Softplus(), true, (x, _) => x > 20 ? 1 : Sigmoid(x)),
    ];

    public static IReadOnlyList<Closed> Wrong { get; } =
    [
        new("squared error halved", new SquaredError(Reduction: None), false, (x, y) => Square(x - y) / 2),
        new("derivative of squared error without its 2", new SquaredError(Reduction: None), true, (x, y) => x - y),
        new("derivative of absolute error is 1 at 0", new AbsoluteError(None), true, (x, y) => x >= y ? 1 : -1),
        new("Huber without ½δ", new Huber(Delta, None), false, (x, y) => Math.Abs(x - y) > Delta ? Delta * Math.Abs(x - y) : Square(x - y) / 2),
        new("derivative of Huber is not scaled by δ", new Huber(Delta, None), true, (x, y) => Math.Clamp(x - y, -1, 1)),
        new("smooth L1 is Huber", new SmoothL1(Delta, None), false, (x, y) => Huber(x - y)),
        new("hinge with margin 0", new Hinge(None), false, (x, y) => Math.Max(0, -x * y)),
        new("derivative of hinge at its kink", new Hinge(None), true, (x, y) => 1 - x * y >= 0 ? -y : 0),
        new("derivative of logits with the target's sign", Logits, true, (x, y) => Sigmoid(x) + y),
        new("logits without a stable form", Logits, false, (x, y) => (1 - y) * x + (float)Math.Log((float)(1 + (float)Math.Exp(-x)))),
        new("logarithms of base 2", Logits, false, (x, y) => ((1 - y) * x + Softplus(-x)) / Math.Log(2)),
        new("sigmoid by a polynomial exponential", new Sigmoid(), false, (x, _) => Sigmoid(x) * (1 + 1e-6)),
        new("derivative of tanh is 1 − |tanh|", new Tanh(), true, (x, _) => 1 - Math.Abs(Math.Tanh(x))),
        new("leaky ReLU on the right", new LeakyReLU(Delta), false, (x, _) => x < 0 ? x : Delta * x),
        new("ReLU's derivative is 1 at 0", new ReLU(), true, (x, _) => x >= 0 ? 1 : 0),
        new("GELU by its tangent", new Gelu(), false, (x, _) => x / 2 * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)))),
        new("softplus without a threshold's β", new Softplus(2, 5), false, (x, _) => Softplus(x)),
    ];

    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    public override string ToString() => Name;

    static double Square(double x) => x * x;

    static double Huber(double r) => Math.Abs(r) > Delta ? Delta * (Math.Abs(r) - Delta / 2) : r * r / 2;

    static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
}
