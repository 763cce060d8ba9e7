using ParityNet.Native;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the native backend.</summary>
public static class NativeServiceCollectionExtensions
{
    /// <summary>Registers <see cref="NativeBackend"/> under the name <c>native</c>; a second call has no effect.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddNativeBackend(this IServiceCollection services) => services.AddBackend<NativeBackend>("native");
}
