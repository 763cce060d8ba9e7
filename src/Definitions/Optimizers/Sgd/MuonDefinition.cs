using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// K. Jordan and others, 2024: u = momentum, X = u/‖u‖, n Newton–Schulz steps X ← aX + (bG + cG²)X with G = XXᵀ, θ ← θ(1 − ηλ) − η′X.
sealed class MuonDefinition : TensorDefinition<Muon>
{
    protected override void Update<R>(Muon spec, Variable<R> x, long step, Host rate)
    {
        R[] buffer = x["momentum_buffer"] = [.. x["momentum_buffer"].Zip(x.Gradient, (b, g) => Means.Between(b, g, 1 - Host.Of(spec.Momentum)))];
        R[] u = spec.Nesterov ? [.. x.Gradient.Zip(buffer, (g, b) => Means.Between(g, b, spec.Momentum))] : buffer;
        int rows = (int)x.Shape[0], columns = (int)x.Shape[1];
        R[] turned = rows > columns ? Transposed(u, rows, columns) : u;
        R[] nearly = Orthogonalized(spec, turned, Math.Min(rows, columns), Math.Max(rows, columns));
        R[] direction = rows > columns ? Transposed(nearly, columns, rows) : nearly;
        R keep = R.FromHost(1 - rate * spec.WeightDecay), eta = R.FromHost(rate * Factor(spec, rows, columns));
        x.Numbers = [.. x.Numbers.Zip(direction, (p, o) => p * keep - eta * o)];
    }

    // Not the spec's own factor: an error there must show.
    static Host Factor(Muon spec, int rows, int columns) => spec.Rate == MuonRate.MatchRmsAdamW
        ? Host.Of(0.2) * Host.Sqrt(Math.Max(rows, columns))
        : rows > columns ? Host.Sqrt(Host.Of(rows) / columns) : Host.One;

    static R[] Orthogonalized<R>(Muon spec, R[] u, int rows, int columns)
        where R : struct, IReal<R>
    {
        R norm = R.Max(Trust.Norm(u), R.FromHost(spec.Epsilon));
        R a = R.FromHost(spec.CoefficientA), b = R.FromHost(spec.CoefficientB), c = R.FromHost(spec.CoefficientC);
        R[] x = Array.ConvertAll(u, number => number / norm);
        for (int i = 0; i < spec.Iterations; i++)
        {
            R[] before = x, gram = Product(x, Transposed(x, rows, columns), rows, columns, rows);
            R[] square = Product(gram, gram, rows, rows, rows);
            R[] polynomial = [.. gram.Zip(square, (g, s) => b * g + c * s)];
            x = [.. before.Zip(Product(polynomial, before, rows, rows, columns), (old, p) => a * old + p)];
        }
        return x;
    }

    static R[] Product<R>(R[] a, R[] b, int rows, int inner, int columns)
        where R : struct, IReal<R>
    {
        var product = new R[rows * columns];
        var terms = new R[inner];
        for (int i = 0; i < product.Length; i++)
        {
            for (int k = 0; k < inner; k++)
                terms[k] = a[i / columns * inner + k] * b[k * columns + i % columns];
            product[i] = R.Sum(terms, SumClass.Any);
        }
        return product;
    }

    static R[] Transposed<R>(R[] matrix, int rows, int columns)
    {
        var turned = new R[matrix.Length];
        for (int i = 0; i < turned.Length; i++)
            turned[i] = matrix[i % rows * columns + i / rows];
        return turned;
    }
}
