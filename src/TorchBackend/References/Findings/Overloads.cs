using System.Reflection;
using System.Reflection.Emit;
using Parameter = System.Reflection.ParameterInfo;

namespace ParityNet.Torch.References.Findings;

/// <summary>Reflection on the options of a method's overloads, and on the methods that a method calls.</summary>
static class Overloads
{
    /// <summary>Members of instances, of any visibility.</summary>
    public const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Whether an overload takes an option.</summary>
    public static bool Take(Type type, string method, string option) => Options(type, method, option).Any();

    /// <summary>Whether an overload takes an option that may be left out.</summary>
    public static bool MayLeaveOut(Type type, string method, string option) => Options(type, method, option).Any(parameter => parameter.IsOptional);

    /// <summary>Whether an overload takes an option of a type.</summary>
    public static bool Take<TOption>(Type type, string method, string option) =>
        Options(type, method, option).Any(parameter => parameter.ParameterType == typeof(TOption));

    /// <summary>Whether a type has a method of some name.</summary>
    public static bool Has(Type type, string method) => type.GetMethods().Any(one => one.Name == method);

    /// <summary>The default of an option; null where no overload takes it, or it has none.</summary>
    public static object? Default(Type type, string method, string option) =>
        Options(type, method, option).FirstOrDefault(parameter => parameter.HasDefaultValue)?.DefaultValue;

    /// <summary>Whether the code of a method calls a method of some name.</summary>
    public static bool Call(MethodInfo method, string name)
    {
        byte[] code = method.GetMethodBody()!.GetILAsByteArray()!;
        return Enumerable.Range(0, code.Length - sizeof(int))
            .Any(at => code[at] == OpCodes.Call.Value && Named(method.Module, BitConverter.ToInt32(code, at + 1)) == name);
    }

    // Operand bytes may look like a call of a method that does not exist.
    static string? Named(Module module, int token)
    {
        try
        {
            return module.ResolveMethod(token)?.Name;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    static IEnumerable<Parameter> Options(Type type, string method, string option) =>
        type.GetMethods().Where(one => one.Name == method).SelectMany(one => one.GetParameters()).Where(parameter => parameter.Name == option);
}
