using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Layers;

/// <summary>Numbers minus their mean, divided by √(σ² + ε), then scaled and shifted; and the gradient of that.</summary>
/// <param name="x">The numbers.</param>
/// <param name="scales">The scale of each number.</param>
/// <param name="shifts">The shift of each number.</param>
/// <param name="epsilon">ε.</param>
/// <param name="lanes">The numbers of lanes in which implementations may compute running moments.</param>
sealed class Standardised<R>(R[] x, R[] scales, R[] shifts, double epsilon, params int[] lanes)
    where R : struct, IReal<R>
{
    (R Mean, R Factor)? moments;

    /// <summary>How many consecutive numbers have a scale by which implementations multiply their sum; null where they multiply each.</summary>
    public int? Run { get; init; }

    /// <summary>1/√(σ² + ε).</summary>
    public R Factor => Moments().Factor;

    /// <summary>The outputs, in both natural ways: from the deviation from the mean, and as an affine function of x.</summary>
    public R[] Outputs()
    {
        (R mean, R factor) = Moments();
        R[] all = new R[x.Length];
        for (int i = 0; i < all.Length; i++)
            all[i] = Output(i, mean, factor);
        return all;
    }

    /// <summary>The closed forms of the gradient of the outputs' weighted sum with respect to the number at each position.</summary>
    public Func<int, R> ByInput(R[] weights)
    {
        (R mean, R factor) = Moments();
        R[] numbers = x, gradients = Products(weights, scales);
        R count = R.Exact(x.Length), average = R.Mean(gradients, Order.Sum(x.Length));
        // g − mean g − x̂·mean(g·x̂), from deviations from the mean.
        R paired = R.Sum(gradients.Select((g, i) => g * (numbers[i] - mean)).ToArray(), Order.Sum(x.Length));
        R share = paired * factor * factor / count;
        (R Steep, R Level) whole = BySums(R.Sum(Products(gradients, x), Order.Sum(x.Length)), R.Sum(gradients, Order.Sum(x.Length)));
        (R Steep, R Level)? byRuns = R.KeepsFirst || Run is not { } run ? null : BySums(Scaled(Products(weights, x), run), Scaled(weights, run));
        return position =>
        {
            R byDistance = (gradients[position] - average - (numbers[position] - mean) * share) * factor;
            R either = R.Hull(byDistance, factor * gradients[position] + whole.Steep * numbers[position] + whole.Level);
            return byRuns is not { } scaled ? either : R.Hull(
                either, factor * scales[position] * weights[position] + scaled.Steep * numbers[position] + scaled.Level);
        };

        // The same from the plain sums Σ g·x and Σ g, with cancellation.
        (R Steep, R Level) BySums(R plain, R total)
        {
            R steep = (total * mean - plain) * factor * factor * factor / count;
            return (steep, -(steep * mean) - total * factor / count);
        }
    }

    // The sum of terms, each run of which is multiplied by its scale when it is summed.
    R Scaled(R[] terms, int run)
    {
        var sums = new R[terms.Length / run];
        for (int i = 0; i < sums.Length; i++)
            sums[i] = scales[i * run] * R.Sum(terms.AsSpan(i * run, run), Order.Sum(run));
        return R.Sum(sums, Order.Sum(sums.Length));
    }

    /// <summary>One of the numbers, normalized but not yet scaled and shifted.</summary>
    public R Plain(int position)
    {
        (R mean, R factor) = Moments();
        return R.Hull((x[position] - mean) * factor, x[position] * factor - mean * factor);
    }

    /// <summary>
    /// The gradient of the outputs' weighted sum with respect to the common scale of consecutive numbers: from deviations from the mean, or
    /// from the plain sums Σ g·x and Σ g, with cancellation.
    /// </summary>
    public R ByScale(int first, int count, R[] weights)
    {
        (R mean, R factor) = Moments();
        R[] own = x[first..(first + count)], incoming = weights[first..(first + count)];
        R byDistance = R.Sum(Products(incoming, Array.ConvertAll(own, number => (number - mean) * factor)), Order.Sum(count));
        R plain = R.Sum(Products(incoming, own), Order.Sum(count)), total = R.Sum(incoming, Order.Sum(count));
        return R.Hull(byDistance, (plain - total * mean) * factor);
    }

    R Output(int i, R mean, R factor)
    {
        R slope = factor * scales[i];
        R byDistance = R.Hull((x[i] - mean) * factor * scales[i], (x[i] - mean) * slope) + shifts[i];
        return R.Hull(R.Hull(byDistance, x[i] * slope + (shifts[i] - mean * slope)), (x[i] * factor - mean * factor) * scales[i] + shifts[i]);
    }

    // In two passes, or as running moments, whose rounding errors accumulate differently.
    (R Mean, R Factor) Moments() => moments ??= Computed();

    (R Mean, R Factor) Computed()
    {
        R mean = R.Mean(x, Order.Sum(x.Length));
        R variance = R.Mean(Array.ConvertAll(x, number => R.Square(number - mean)), Order.Sum(x.Length));
        foreach (int width in R.KeepsFirst ? [] : lanes)
        {
            if (width > Math.Max(1, x.Length))
                continue;
            RunningMoments<R> running = RunningMoments<R>.Of(x, width);
            variance = R.Hull(variance, R.Max(running.Squares, R.Zero) / R.Exact(x.Length));
            mean = R.Hull(mean, running.Mean);
        }

        return (mean, R.One / R.Sqrt(variance + R.FromHost(epsilon)));
    }

    static R[] Products(R[] a, R[] b) => [.. a.Zip(b, (left, right) => left * right)];
}
