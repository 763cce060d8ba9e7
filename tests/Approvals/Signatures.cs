using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ParityNet.Tests;

/// <summary>Members as C# declares them.</summary>
static class Signatures
{
    static readonly NullabilityInfoContext Nullability = new();

    public static string? Of(MemberInfo member) => member switch
    {
        ConstructorInfo c => $"{Access(c)}{TypeNames.Declared(c.DeclaringType!).Split('<')[0]}({Parameters(c)});",
        MethodInfo m => Method(m),
        PropertyInfo p => Property(p),
        FieldInfo f => Field(f),
        EventInfo e => $"{Access(e.AddMethod!)}event {TypeNames.Of(e.EventHandlerType!)} {e.Name};",
        _ => null,
    };

    public static bool IsVisible(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    static string Method(MethodInfo m)
    {
        string generic = m.IsGenericMethod ? $"<{string.Join(", ", m.GetGenericArguments().Select(t => t.Name))}>" : "";
        string name = m.Name is "op_Implicit" or "op_Explicit"
            ? $"{m.Name[3..].ToLowerInvariant()} operator {Return(m)}"
            : $"{Return(m)} {(m.Name.StartsWith("op_", StringComparison.Ordinal) ? "operator " + m.Name[3..] : m.Name)}";
        return $"{Access(m)}{Modifiers(m)}{name}{generic}({Parameters(m)}){TypeNames.Constraints(m.IsGenericMethod ? m.GetGenericArguments() : [])};";
    }

    static string Property(PropertyInfo p)
    {
        MethodInfo shown = IsVisible(p.GetMethod) ? p.GetMethod! : p.SetMethod!;
        bool init = p.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
        string accessors = (IsVisible(p.GetMethod) ? "get; " : "") + (IsVisible(p.SetMethod) ? init ? "init; " : "set; " : "");
        ParameterInfo[] index = p.GetIndexParameters();
        string name = index.Length == 0 ? p.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        return $"{Access(shown)}{Modifiers(shown)}{Reference(p.PropertyType, shown)}{TypeNames.Of(p.PropertyType, Nullability.Create(p))} {name} {{ {accessors}}}";
    }

    static string Field(FieldInfo f)
    {
        string value = f.IsLiteral ? $" = {Value(f.GetRawConstantValue(), f.FieldType)}" : "";
        return f.DeclaringType!.IsEnum
            ? $"{f.Name} = {Convert.ToString(f.GetRawConstantValue(), CultureInfo.InvariantCulture)},"
            : $"{(f.IsPublic ? "public " : "protected ")}{(f.IsLiteral ? "const " : f.IsStatic ? "static " : "")}{(f.IsInitOnly ? "readonly " : "")}{TypeNames.Of(f.FieldType, Nullability.Create(f))} {f.Name}{value};";
    }

    static string Access(MethodBase m) => m.DeclaringType!.IsInterface ? "" : m.IsPublic ? "public " : "protected ";

    static string Modifiers(MethodInfo m) => (m.IsStatic ? "static " : "") + m switch
    {
        { DeclaringType.IsInterface: true } => m.IsStatic ? m.IsAbstract ? "abstract " : m.IsVirtual ? "virtual " : "" : m.IsAbstract ? "" : "virtual ",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true } when m.GetBaseDefinition() != m => m.IsFinal ? "sealed override " : "override ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    static string Return(MethodInfo m) => Reference(m.ReturnType, m) + TypeNames.Of(m.ReturnType, Nullability.Create(m.ReturnParameter));

    static string Reference(Type type, MethodInfo m) => !type.IsByRef ? ""
        : m.ReturnParameter.GetRequiredCustomModifiers().Any(t => t.Name == "InAttribute") ? "ref readonly " : "ref ";

    static string Parameters(MethodBase m) =>
        (m.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + string.Join(", ", m.GetParameters().Select(Parameter));

    static string Parameter(ParameterInfo p)
    {
        string kind = p.IsOut ? "out " : p.IsIn && p.ParameterType.IsByRef ? "in " : p.ParameterType.IsByRef ? "ref "
            : p.IsDefined(typeof(ParamArrayAttribute)) || p.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "";
        string value = p.HasDefaultValue ? $" = {Value(p.DefaultValue, p.ParameterType)}" : "";
        return $"{kind}{TypeNames.Of(p.ParameterType, Nullability.Create(p))} {p.Name}{value}";
    }

    static string Value(object? value, Type type) => (value, Nullable.GetUnderlyingType(type) ?? type) switch
    {
        (null, { IsValueType: true }) when Nullable.GetUnderlyingType(type) is null => "default",
        (null, _) => "null",
        (string s, _) => $"\"{s}\"",
        (bool b, _) => b ? "true" : "false",
        (_, { IsEnum: true } e) => $"{e.Name}.{Enum.ToObject(e, value!)}",
        (double.PositiveInfinity, _) => "double.PositiveInfinity",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
