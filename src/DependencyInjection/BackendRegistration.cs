namespace ParityNet.DependencyInjection;

/// <summary>That a backend of this name was added.</summary>
sealed record BackendRegistration(string Name)
{
    public bool Is(string name) => Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase);
}
