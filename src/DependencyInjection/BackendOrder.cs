using Microsoft.Extensions.DependencyInjection;

namespace ParityNet.DependencyInjection;

/// <summary>
/// The order of all registered <see cref="IBackend"/>: the chosen one is last, because a container resolves to the last registration.
/// </summary>
sealed class BackendOrder(IServiceProvider services, IEnumerable<BackendRegistration> registrations)
{
    readonly BackendRegistration[] all = [.. registrations];

    public IBackend At(int position)
    {
        BackendRegistration? chosen = services.GetService<BackendSetting>() is { } setting ? Named(setting.Name) : null;
        BackendRegistration[] order = chosen is null ? all : [.. all.Where(other => other != chosen), chosen];
        return order[position] == chosen ? Required(chosen) : IfThere(order[position]);
    }

    public IBackend Chosen() => Required(Named(services.GetRequiredService<BackendSetting>().Name));

    BackendRegistration Named(string name) => all.FirstOrDefault(registration => registration.Is(name))
        ?? throw new InvalidOperationException($"{BackendSetting.Key} must name a registered backend: expected {Names()}, got {name}.");

    IBackend Required(BackendRegistration registration)
    {
        try
        {
            return services.GetRequiredKeyedService<IBackend>(registration.Name);
        }
        catch (DllNotFoundException error)
        {
            throw new InvalidOperationException($"{BackendSetting.Key} is {registration.Name}. {error.Message}", error);
        }
    }

    IBackend IfThere(BackendRegistration registration)
    {
        try
        {
            return services.GetRequiredKeyedService<IBackend>(registration.Name);
        }
        catch (DllNotFoundException error)
        {
            return new UnavailableBackend(registration.Name, error.Message);
        }
    }

    string Names() => all.Length == 0 ? "one to be added first" : string.Join(" or ", all.Select(registration => registration.Name));
}
