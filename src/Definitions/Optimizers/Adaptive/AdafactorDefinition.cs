using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// N. Shazeer and M. Stern, 2018, in the order of PyTorch 2.5: relative step size, weight decay, averages, divisor, clipped update.
sealed class AdafactorDefinition : TensorDefinition<Adafactor>
{
    protected override void Update<R>(Adafactor spec, Variable<R> x, long step, Host rate)
    {
        R[] old = x.Numbers, g = x.Derivative(spec);
        if (g.Length == 0)
            return;
        double smallest = spec.Epsilon1 ?? x.Resolution;
        R alpha = R.Max(R.FromHost(spec.Epsilon2), RootMeanSquare(old)) * R.FromHost(Host.Min(rate, Host.One / Host.Sqrt(step)));
        R[] variance = x.Shape.Length < 2 ? x["variance"] = Toward(x["variance"], Array.ConvertAll(g, R.Square)) : Factored(x, g, smallest, Toward);
        R floor = R.FromHost(Host.Of(smallest) * smallest);
        R[] u = [.. variance.Zip(g, (v, derivative) => Divided(derivative, R.Sqrt(R.Max(v, floor))))];
        R shrink = R.Max(R.One, RootMeanSquare(u) / R.FromHost(spec.ClipThreshold));
        R keep = R.FromHost(1 - rate * spec.WeightDecay);
        x.Numbers = [.. old.Zip(u, (p, move) => (spec.WeightDecay == 0 ? p : p * keep) - R.Hull(alpha / shrink * move, alpha * move / shrink))];

        R[] Toward(R[] means, R[] next) => [.. means.Zip(next, (mean, now) => Taken(mean, now, Math.Pow(step, spec.Beta2Decay)))];
    }

    // The libraries' pow of doubles differs in the last bit.
    static R Taken<R>(R mean, R next, double share)
        where R : struct, IReal<R> => share == 1 ? Means.Between(mean, next, 1) : R.Hull(
            Means.Between(mean, next, share),
                R.Hull(Means.Between(mean, next, Math.BitDecrement(share)), Means.Between(mean, next, Math.BitIncrement(share))));

    static R[] Factored<R>(Variable<R> x, R[] g, double smallest, Func<R[], R[], R[]> toward)
        where R : struct, IReal<R>
    {
        int columns = (int)x.Shape[^1], rows = (int)x.Shape[^2], matrices = g.Length / (rows * columns);
        R[] ofRows = x["row_var"] = toward(x["row_var"], [.. Enumerable.Range(0, matrices * rows)
            .Select(row => MeanSquare([.. Enumerable.Range(0, columns).Select(c => g[row * columns + c])]))]);
        R[] ofColumns = x["col_var"] = toward(x["col_var"], [.. Enumerable.Range(0, matrices * columns)
            .Select(at => MeanSquare([.. Enumerable.Range(0, rows).Select(r => g[(at / columns * rows + r) * columns + at % columns])]))]);
        R[] common = [.. Enumerable.Range(0, matrices).Select(m => R.Max(R.Mean(ofRows.AsSpan(m * rows, rows), SumClass.Any), R.FromHost(smallest)))];
        return [.. g.Select((_, i) =>
        {
            int row = i / columns, matrix = row / rows;
            R r = ofRows[row], c = ofColumns[matrix * columns + i % columns];
            return R.Hull(r * c / common[matrix], R.Hull(r / common[matrix] * c, r * (c / common[matrix])));
        })];
    }

    // PyTorch squares the norm again.
    static R MeanSquare<R>(R[] numbers)
        where R : struct, IReal<R>
    {
        R sum = R.Sum(Array.ConvertAll(numbers, R.Square), SumClass.Any), count = R.Exact(numbers.Length);
        return R.Hull(sum / count, R.Square(R.Sqrt(sum)) / count);
    }

    static R RootMeanSquare<R>(R[] numbers)
        where R : struct, IReal<R> => R.Hull(R.Sqrt(MeanSquare(numbers)), Trust.Norm(numbers) / R.FromHost(Host.Sqrt(numbers.Length)));

    // PyTorch multiplies by the reciprocal of the root.
    static R Divided<R>(R numerator, R denominator)
        where R : struct, IReal<R> => R.Hull(numerator / denominator, R.One / denominator * numerator);
}
