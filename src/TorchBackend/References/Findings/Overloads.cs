using Parameter = System.Reflection.ParameterInfo;

namespace ParityNet.Torch.References.Findings;

/// <summary>What the overloads of a method take.</summary>
static class Overloads
{
    /// <summary>Whether an overload takes an option.</summary>
    public static bool Take(Type type, string method, string option) => Options(type, method, option).Any();

    /// <summary>Whether an overload takes an option that may be left out.</summary>
    public static bool MayLeaveOut(Type type, string method, string option) => Options(type, method, option).Any(parameter => parameter.IsOptional);

    /// <summary>Whether an overload takes an option of a type.</summary>
    public static bool Take<TOption>(Type type, string method, string option) => Options(type, method, option).Any(parameter => parameter.ParameterType == typeof(TOption));

    static IEnumerable<Parameter> Options(Type type, string method, string option) =>
        type.GetMethods().Where(one => one.Name == method).SelectMany(one => one.GetParameters()).Where(parameter => parameter.Name == option);
}
