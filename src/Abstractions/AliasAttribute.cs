namespace ParityNet;

/// <summary>Another name under which a spec is known, with the options that the name implies.</summary>
/// <param name="name">The name, for example optax's <c>l2_loss</c>.</param>
/// <param name="options">The options that it sets, such as <c>half=true</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AliasAttribute(string name, params string[] options) : Attribute
{
    /// <summary>The other name.</summary>
    public string Name { get; } = name;

    /// <summary>The options that it sets.</summary>
    public IReadOnlyList<string> Options { get; } = options;
}
