using ParityNet.Minimizers;
using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary><c>d ← −g + βd</c>.</summary>
sealed class ConjugateGradientMethod(ConjugateGradient spec)
    : DescentMethod(spec, spec.LineSearch ?? new MoreThuente(Curvature: 0.1))
{
    const string LastDirection = "direction", Promised = "promised";

    protected override MinimizerState<double> Start(Oracle oracle, MinimizerState<double> state) =>
        state.With(LastDirection, Vectors.Negated(state.Gradient.AsSpan())).With(Promised, 0);

    protected override Direction DirectionAt(Oracle oracle, MinimizerState<double> state)
    {
        double[] d = state.Flat(LastDirection).ToArray();
        double slope = Vectors.Dot(d, state.Gradient.AsSpan());
        // The last step reduced the value to first order by t·|g·d|; as much is expected of this one.
        double first = state.Iteration == 0 ? Math.Min(1, 1 / state.GradientNorm) : Math.Min(1e10, state.Number(Promised) / -slope);
        return new(d, first > 0 ? first : 1, state.Iteration == 0);
    }

    protected override Direction? Fallback(Oracle oracle, MinimizerState<double> state)
    {
        double[] steepest = Vectors.Negated(state.Gradient.AsSpan());
        return steepest.AsSpan().SequenceEqual(state.Flat(LastDirection)) ? null : new(steepest, Math.Min(1, 1 / state.GradientNorm), true);
    }

    protected override MinimizerState<double> Remember(
        Oracle oracle, MinimizerState<double> before, MinimizerState<double> after, Direction direction, LinePoint point)
    {
        ReadOnlySpan<double> g = before.Gradient.AsSpan(), next = after.Gradient.AsSpan();
        double[] y = Vectors.Minus(next, g), d = Vectors.Negated(next);
        double square = Vectors.Dot(next, next), beta = spec.Form switch
        {
            ConjugateGradientForm.PolakRibiere => Math.Max(0, Vectors.Dot(next, y) / Vectors.Dot(g, g)),
            ConjugateGradientForm.FletcherReeves => square / Vectors.Dot(g, g),
            ConjugateGradientForm.HestenesStiefel => Math.Max(0, Vectors.Dot(next, y) / Vectors.Dot(direction.D, y)),
            _ => square / Vectors.Dot(direction.D, y),
        };
        if (Math.Abs(Vectors.Dot(next, g)) < spec.Restart * square && double.IsFinite(beta))
        {
            Vectors.Add(d, beta, direction.D);
            if (Vectors.Dot(d, next) >= 0)
                d = Vectors.Negated(next);
        }
        return after.With(LastDirection, d).With(Promised, -point.T * Vectors.Dot(g, direction.D));
    }
}
