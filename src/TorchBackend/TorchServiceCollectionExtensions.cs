using ParityNet.Torch;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the torch backend.</summary>
public static class TorchServiceCollectionExtensions
{
    /// <summary>Registers <see cref="TorchBackend"/> under the name <c>torch</c>; a second call has no effect.</summary>
    /// <remarks>The backend is created when it is first resolved.</remarks>
    /// <param name="services">The services.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddTorchBackend(this IServiceCollection services) => services.AddBackend<TorchBackend>("torch");
}
