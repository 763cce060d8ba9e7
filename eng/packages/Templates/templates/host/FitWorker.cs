using System.Numerics.Tensors;
using Microsoft.Extensions.Hosting;
using ParityNet;
using ParityNet.Losses;
using ParityNet.Optimizers;

namespace MyHost;

/// <summary>Walks three numbers towards their targets. It knows that it has a backend, and not which.</summary>
sealed class FitWorker(IBackend backend, IHostApplicationLifetime lifetime) : BackgroundService
{
    const int Steps = 5;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Console.WriteLine($"backend: {backend.Name}");
        ILoss<float> loss = backend.Loss<float>(new Huber(Delta: 0.5));
        IOptimizer<float> optimizer = backend.Optimizer<float>(new Sgd(LearningRate: 0.5, Momentum: 0.5));

        Tensor<float> target = Tensor.Create([1f, -2f, 0.5f], [3]);
        OptimizerState<float> state = optimizer.Init([Tensor.Create(new float[3], [3])]);
        for (int step = 0; step <= Steps && !stoppingToken.IsCancellationRequested; step++)
        {
            ValueAndGradient<float> now = loss.ValueAndGradient(state.Parameters[0], target);
            Console.WriteLine($"step {step}: loss {now.Value[0]:F4}");
            state = optimizer.Update(state, [now.Gradient]);
        }

        lifetime.StopApplication();
        return Task.CompletedTask;
    }
}
