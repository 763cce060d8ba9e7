using System.Reflection;
using System.Reflection.Emit;

namespace ParityNet.TorchTests;

/// <summary>The methods that compiled code calls or takes the address of, as its IL names them.</summary>
static class Calls
{
    const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>All calls in an assembly.</summary>
    public static (MethodBase From, MethodBase To)[] In(Assembly assembly) =>
    [
        .. assembly.GetTypes().SelectMany(type => type.GetMembers(Own)).OfType<MethodBase>().SelectMany(method => By(method).Select(called => (method, called))),
    ];

    static IEnumerable<MethodBase> By(MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        Type[]? ofType = method.DeclaringType?.GetGenericArguments(), ofMethod = method is MethodInfo ? method.GetGenericArguments() : null;
        for (int at = 0; at < code.Length;)
        {
            OpCode operation = Codes[code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at]];
            at += operation.Size;
            if (operation.OperandType == OperandType.InlineMethod)
                yield return method.Module.ResolveMethod(BitConverter.ToInt32(code, at), ofType, ofMethod)!;
            at += Length(operation.OperandType, code, at);
        }
    }

    static int Length(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
        _ => 4,
    };
}
