using ParityNet.Parity.Proving;

namespace ParityNet.Samples.OwnMath;

/// <summary>Adam, written by hand: what one step does to one parameter. PyTorch's names say which memory is meant.</summary>
public static class MyAdam
{
    const double Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1e-8;

    public static ElementStep<float> Step(ElementStep<float> step)
    {
        double m = Beta1 * step["exp_avg"] + (1 - Beta1) * step.Gradient;
        double v = Beta2 * step["exp_avg_sq"] + (1 - Beta2) * step.Gradient * step.Gradient;
        double mean = m / (1 - Math.Pow(Beta1, step.Number));
        double size = Math.Sqrt(v) / Math.Sqrt(1 - Math.Pow(Beta2, step.Number)) + Epsilon;
        return step.WithState("exp_avg", (float)m).WithState("exp_avg_sq", (float)v)
            .WithParameter((float)(step.Parameter - step.LearningRate * mean / size));
    }

    /// <summary>The same with ε under the root: the most frequent mistake there is.</summary>
    public static ElementStep<float> Wrong(ElementStep<float> step)
    {
        ElementStep<float> right = Step(step);
        double mean = right["exp_avg"] / (1 - Math.Pow(Beta1, step.Number));
        double size = Math.Sqrt(right["exp_avg_sq"] / (1 - Math.Pow(Beta2, step.Number)) + Epsilon);
        return right.WithParameter((float)(step.Parameter - step.LearningRate * mean / size));
    }
}
