using Microsoft.ML.OnnxRuntime;

namespace ParityNet.Workers.OnnxRuntime;

/// <summary>Runs models of one operator; a session is made once for each.</summary>
static class Runtime
{
    // Of the options that are drawn there are few; more would be sessions that nobody asks again.
    const int MostSessions = 500;

    static readonly Dictionary<string, InferenceSession> Sessions = [];

    static readonly SessionOptions Options = new() { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };

    static readonly RunOptions Run = new();

    /// <summary>The version of ONNX Runtime.</summary>
    public static string Version => OrtEnv.Instance().GetVersionString();

    /// <summary>The output of an operator.</summary>
    /// <param name="name">The operator.</param>
    /// <param name="opset">The version of the operators.</param>
    /// <param name="isSingle">Whether in float.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <param name="inputs">Its inputs: numbers, or <c>long</c> for class indices, with their shapes.</param>
    /// <exception cref="ParitySkippedException">ONNX Runtime has no such operator in this element type.</exception>
    public static double[] Of(string name, int opset, bool isSingle, (string, object)[] attributes, params (Array Data, int[] Shape)[] inputs)
    {
        OnnxModel.Element number = isSingle ? OnnxModel.Element.Single : OnnxModel.Element.Double;
        var model = new OnnxModel(name, opset,
            [.. inputs.Select((input, i) => ($"x{i}", input.Data.GetType() == typeof(long[]) ? OnnxModel.Element.Index : number))], attributes);
        string key = $"{model.Key} {number}";
        if (!Sessions.TryGetValue(key, out InferenceSession? session))
        {
            try
            {
                session = new InferenceSession(model.Bytes(number), Options);
            }
            catch (OnnxRuntimeException problem)
            {
                throw new ParitySkippedException($"ONNX Runtime: {problem.Message.Split('\n')[0].Split("] ", 2)[^1].Trim()}");
            }
            if (Sessions.Count >= MostSessions)
            {
                foreach (InferenceSession old in Sessions.Values)
                    old.Dispose();
                Sessions.Clear();
            }
            Sessions[key] = session;
        }
        OrtValue[] values = [.. inputs.Select(input => ValueOf(input.Data, input.Shape, isSingle))];
        try
        {
            using IDisposableReadOnlyCollection<OrtValue> results = session.Run(Run, [.. model.Inputs.Select(input => input.Name)], values, [OnnxModel.Output]);
            return isSingle ? [.. results[0].GetTensorDataAsSpan<float>().ToArray().Select(x => (double)x)] : results[0].GetTensorDataAsSpan<double>().ToArray();
        }
        finally
        {
            foreach (OrtValue value in values)
                value.Dispose();
        }
    }

    static OrtValue ValueOf(Array data, int[] shape, bool isSingle)
    {
        long[] lengths = [.. shape.Select(length => (long)length)];
        return data is long[] indices ? OrtValue.CreateTensorValueFromMemory(indices, lengths)
            : isSingle ? OrtValue.CreateTensorValueFromMemory(Array.ConvertAll((double[])data, x => (float)x), lengths)
            : OrtValue.CreateTensorValueFromMemory((double[])data, lengths);
    }
}
