using System.Numerics;
using ParityNet.Minimizers;

namespace ParityNet.Torch.Minimizers;

/// <summary>The objective along a direction, and the line search of <c>torch.optim.LBFGS</c> on it.</summary>
sealed class TorchLine<T>(ObjectiveEvaluator<T> evaluator, Tensor x, Tensor d, T[] gradient, double value, double slope)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    const double C1 = 1e-4, C2 = 0.9, BracketWidth = 1e-9;
    const int MostTrials = 25;

    /// <summary>A point of the line.</summary>
    public sealed record At(double T, T[] X, T Value, T[] Gradient, double F, double Slope);

    public At Evaluate(double t)
    {
        T[] point = x.add(d, Held(t)).ToTensor<T>([evaluator.Variables]).Flat().ToArray();
        ObjectiveValue<T> at = evaluator.ValueAndGradient(point);
        return new(t, point, at.Value, at.Gradient, double.CreateChecked(at.Value), SlopeOf(at.Gradient));
    }

    public At StrongWolfe(double t)
    {
        T[] start = x.ToTensor<T>([evaluator.Variables]).Flat().ToArray();
        At origin = new(0, start, T.CreateChecked(value), gradient, value, slope), last = origin, trial = Evaluate(t);
        double size = TorchLbfgs<T>.Number(d.abs().max());
        int trials = 0;
        At[]? bracket = null;
        while (trials < MostTrials && bracket is null)
        {
            if (IsTooHigh(trial) || (trials > 1 && trial.F >= last.F))
                bracket = [last, trial];
            else if (Math.Abs(trial.Slope) <= -C2 * slope)
                return trial;
            else if (trial.Slope >= 0)
                bracket = [last, trial];
            else
            {
                (double shortest, double longest) = (trial.T + 0.01 * (trial.T - last.T), trial.T * 10);
                At next = Evaluate(Interpolated(last, trial, shortest, longest));
                (last, trial) = (trial, next);
                trials++;
            }
        }
        bracket ??= [origin, trial];
        int low = bracket[0].F <= bracket[1].F ? 0 : 1;
        bool insufficient = false;
        while (trials < MostTrials && !(Math.Abs(bracket[1].T - bracket[0].T) * size < BracketWidth))
        {
            double left = Math.Min(bracket[0].T, bracket[1].T), right = Math.Max(bracket[0].T, bracket[1].T), margin = 0.1 * (right - left);
            t = Interpolated(bracket[0], bracket[1], left, right);
            if (!(Math.Min(right - t, t - left) < margin))
                insufficient = false;
            else if (insufficient || t >= right || t <= left)
            {
                t = Math.Abs(t - right) < Math.Abs(t - left) ? right - margin : left + margin;
                insufficient = false;
            }
            else
                insufficient = true;
            trial = Evaluate(t);
            trials++;
            if (IsTooHigh(trial) || trial.F >= bracket[low].F)
            {
                bracket[1 - low] = trial;
                low = bracket[0].F <= bracket[1].F ? 0 : 1;
                continue;
            }
            if (Math.Abs(trial.Slope) <= -C2 * slope)
                return trial;
            if (trial.Slope * (bracket[1 - low].T - bracket[low].T) >= 0)
                bracket[1 - low] = bracket[low];
            bracket[low] = trial;
        }
        return bracket[low];
    }

    // The right side is a tensor in PyTorch, in the type of the parameters.
    bool IsTooHigh(At at) => at.F > double.CreateChecked(T.CreateChecked(value + C1 * at.T * slope));

    double SlopeOf(T[] there) => TorchLbfgs<T>.Number(TorchLbfgs<T>.Flat(there).ToTorch().dot(d));

    static double Interpolated(At a, At b, double low, double high)
    {
        double d1 = a.Slope + b.Slope - 3 * (a.F - b.F) / (a.T - b.T), square = d1 * d1 - a.Slope * b.Slope;
        if (!(square >= 0))
            return (low + high) / 2;
        double d2 = Math.Sqrt(square);
        double minimum = a.T <= b.T
            ? b.T - (b.T - a.T) * ((b.Slope + d2 - d1) / (b.Slope - a.Slope + 2 * d2))
            : a.T - (a.T - b.T) * ((a.Slope + d2 - d1) / (a.Slope - b.Slope + 2 * d2));
        double above = low > minimum ? low : minimum, within = high < above ? high : above;
        return double.CreateChecked(T.CreateChecked(within));
    }
}
