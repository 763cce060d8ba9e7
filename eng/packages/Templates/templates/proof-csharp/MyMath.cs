using ParityNet.Parity.Proving;

/// <summary>The mathematics to prove: put your own here.</summary>
static class MyMath
{
    /// <summary>Huber's loss with threshold 1: the value and the derivative of one element.</summary>
    public static ValueAndDerivative<float> Loss(float prediction, float target)
    {
        float r = prediction - target, derivative = Math.Clamp(r, -1, 1);
        return new(derivative * (r - derivative / 2), derivative);
    }

    /// <summary>Gradient descent with momentum 0.9: one step of one parameter.</summary>
    public static ElementStep<float> Step(ElementStep<float> step)
    {
        float buffer = step.Number == 1 ? step.Gradient : 0.9f * step["momentum_buffer"] + step.Gradient;
        return step.WithParameter(step.Parameter - (float)step.LearningRate * buffer).WithState("momentum_buffer", buffer);
    }
}
