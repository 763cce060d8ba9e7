namespace ParityNet.DependencyInjection;

/// <summary>Marks that a backend of this name has been registered.</summary>
sealed record BackendRegistration(string Name)
{
    public bool Is(string name) => Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase);
}
