using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace ParityNet.Tests;

/// <summary>What an assembly shows to those who use it, as text that does not change unless the API does.</summary>
static class PublicApi
{
    const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var space in assembly.GetExportedTypes().GroupBy(type => type.Namespace).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append(text.Length == 0 ? "" : "\n").Append("namespace ").Append(space.Key).Append("\n{\n");
            text.AppendJoin("\n", space.OrderBy(type => type.FullName, StringComparer.Ordinal).Select(Of)).Append("}\n");
        }
        return text.ToString();
    }

    /// <summary>The members that people wrote: none that the compiler adds to records, properties or unions.</summary>
    public static IEnumerable<MemberInfo> Members(Type type) => type.GetMembers(Declared).Where(member => member switch
    {
        ConstructorInfo c => Signatures.IsVisible(c) && !IsGenerated(c) && !(type.IsValueType && c.GetParameters().Length == 0),
        MethodInfo m => Signatures.IsVisible(m) && !IsGenerated(m) && !(m.IsSpecialName && !m.Name.StartsWith("op_", StringComparison.Ordinal)),
        PropertyInfo p => Signatures.IsVisible(p.GetMethod) || Signatures.IsVisible(p.SetMethod) ? p.Name != "EqualityContract" : false,
        FieldInfo f => (f.IsPublic || f.IsFamily) && !f.IsSpecialName,
        EventInfo e => Signatures.IsVisible(e.AddMethod),
        _ => false,
    });

    static string Of(Type type)
    {
        var text = new StringBuilder($"    {Header(type)}\n    {{\n");
        foreach (MemberInfo member in Members(type).OrderBy(Rank).ThenBy(m => m is FieldInfo { DeclaringType.IsEnum: true } ? "" : m.Name, StringComparer.Ordinal)
            .ThenBy(m => m is FieldInfo { DeclaringType.IsEnum: true } ? "" : Signatures.Of(m), StringComparer.Ordinal))
            text.Append("        ").Append(Signatures.Of(member)).Append('\n');
        return text.Append("    }\n").ToString();
    }

    static string Header(Type type)
    {
        bool record = type.GetMethod("<Clone>$", Declared) is not null;
        string kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : type.IsValueType ? (type.IsDefined(typeof(IsReadOnlyAttribute), false) ? "readonly struct" : "struct") : record ? "record" : "class";
        string modifiers = kind is "class" or "record"
            ? type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : ""
            : "";
        string name = type.DeclaringType is { } around ? $"{TypeNames.Declared(around)}.{TypeNames.Declared(type)}" : TypeNames.Declared(type);
        string[] bases = type.IsEnum ? [] : [.. Bases(type)];
        return $"public {modifiers}{kind} {name}{(bases.Length == 0 ? "" : " : " + string.Join(", ", bases))}{TypeNames.Constraints(TypeNames.Own(type))}";
    }

    static IEnumerable<string> Bases(Type type)
    {
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
            yield return TypeNames.Of(parent);
        IEnumerable<Type> inherited = (type.BaseType?.GetInterfaces() ?? []).Concat(type.GetInterfaces().SelectMany(i => i.GetInterfaces()));
        IEnumerable<Type> own = type.GetInterfaces().Except(inherited).Where(i => i.IsPublic && !i.Name.StartsWith("IEquatable", StringComparison.Ordinal));
        foreach (string name in own.Select(i => TypeNames.Of(i)).Order(StringComparer.Ordinal))
            yield return name;
    }

    static bool IsGenerated(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute), false);

    static int Rank(MemberInfo member) => member switch { FieldInfo => 0, ConstructorInfo => 1, PropertyInfo => 2, EventInfo => 3, _ => 4 };
}
