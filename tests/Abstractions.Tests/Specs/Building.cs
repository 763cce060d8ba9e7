using System.Reflection;

namespace ParityNet.Tests.Specs;

/// <summary>Builds specs in both ways that C# has: by the constructor, and by a <c>with</c> expression.</summary>
static class Building
{
    /// <summary>The default spec of an op, but for one option, by its constructor.</summary>
    public static OpSpec New(OpEntry op, string option, object value)
    {
        ConstructorInfo constructor = op.SpecType.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return (OpSpec)Unwrapped(() => constructor.Invoke([.. constructor.GetParameters().Select(
            p => p.Name == option ? value : op.SpecType.GetProperty(p.Name!)!.GetValue(op.Examples[0]))]));
    }

    /// <summary>What <c>spec with { Option = value }</c> compiles to.</summary>
    public static OpSpec With(OpSpec spec, string option, object value) => (OpSpec)Unwrapped(() =>
    {
        object clone = spec.GetType().GetMethod("<Clone>$")!.Invoke(spec, null)!;
        spec.GetType().GetProperty(option)!.SetValue(clone, value);
        return clone;
    });

    static object Unwrapped(Func<object> build)
    {
        try
        {
            return build();
        }
        catch (TargetInvocationException wrapped)
        {
            throw wrapped.InnerException!;
        }
    }
}
