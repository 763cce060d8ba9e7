using Microsoft.Extensions.Hosting;

namespace ParityNet.DependencyInjection;

/// <summary>Resolves the chosen backend before any service of the host starts, so that a wrong setting fails at startup.</summary>
sealed class StartupCheck(BackendOrder backends) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _ = backends.Chosen();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
