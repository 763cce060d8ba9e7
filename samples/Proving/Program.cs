using ParityNet.Losses;
using ParityNet.Optimizers;
using ParityNet.Parity.Proving;
using ParityNet.Torch;

// Without libtorch the definition alone is the judge.
var options = new ProofOptions { Cases = 1000, Against = TorchBackend.Unavailable is null ? new TorchBackend() : null };

// Huber's loss with threshold 1, by hand: the value and the derivative of one element.
static ValueAndDerivative<float> Mine(float prediction, float target)
{
    float r = prediction - target, size = Math.Abs(r);
    return size <= 1 ? new(r * r / 2, r) : new(size - 0.5f, MathF.CopySign(1, r));
}

Console.WriteLine(Prove.Loss<float>(new Huber(Delta: 1), Mine, options));

// The same without the slip that this finds: clamping passes NaN on, and copying a sign does not.
static ValueAndDerivative<float> Better(float prediction, float target)
{
    float r = prediction - target, derivative = Math.Clamp(r, -1, 1);
    return new(derivative * (r - derivative / 2), derivative);
}

Console.WriteLine();
Console.WriteLine(Prove.Loss<float>(new Huber(Delta: 1), Better, options));

// An optimizer: one parameter, its gradient and its memory, one step.
static ElementStep<float> Momentum(ElementStep<float> step)
{
    float buffer = step.Number == 1 ? step.Gradient : 0.9f * step["momentum_buffer"] + step.Gradient;
    return step.WithParameter(step.Parameter - (float)step.LearningRate * buffer).WithState("momentum_buffer", buffer);
}

Console.WriteLine();
Console.WriteLine(Prove.Optimizer<float>(new Sgd(LearningRate: 0.1, Momentum: 0.9), Momentum, options));
