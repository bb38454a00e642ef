// The browser's speech, replaced by something that remembers what it was asked to say.
//
//   await recordSpeech(context, [{ lang: "fi-FI", localService: true }]);
//   await spoken(page);                // [{ text, lang, rate, voice, marked }, …]
//   await finishSentence(page);        // the sentence that is being said comes to its end
//   await bringVoices(page, voices);   // as where voices come late

/** From the next document on the browser speaks with these voices alone, and says nothing. */
export const recordSpeech = (context, voices) => context.addInitScript(installRecorder, voices);

/** All that was begun to be said, in its order. */
export const spoken = (page) => page.evaluate(() => window.speechRecord.spoken);

/** Whether a sentence is being said. */
export const isSpeaking = (page) => page.evaluate(() => window.speechRecord.current !== undefined);

/** The sentence that is being said comes to its end, and what follows it begins. */
export const finishSentence = (page) => page.evaluate(() => window.speechRecord.finish());

/** Lets the page be read to its end. */
export const finishAll = (page) =>
  page.evaluate(() => {
    while (window.speechRecord.current) window.speechRecord.finish();
  });

/** The voices are others now, and the page is told of it. */
export const bringVoices = (page, voices) => page.evaluate((voices) => window.speechRecord.bring(voices), voices);

/** The text that is marked as being heard; nothing when nothing is. */
export const marked = (page) =>
  page.evaluate(() => [...(CSS.highlights.get("read-aloud") ?? [])].map((range) => range.toString()).join(""));

/** Runs in the page. */
function installRecorder(voices) {
  class Speech extends EventTarget {
    getVoices = () => record.voices;
    cancel() {
      const given_up = record.current;
      record.current = undefined;
      // A browser tells of the end that never came, a little later.
      if (given_up) queueMicrotask(() => given_up.onerror?.(new Event("error")));
    }
    speak(utterance) {
      const { text, lang, rate, voice } = utterance;
      const marked = [...(CSS.highlights.get("read-aloud") ?? [])].map((range) => range.toString()).join("");
      record.spoken.push({ text, lang, rate, voice: voice?.name, marked });
      record.current = utterance;
    }
    pause() {}
    resume() {}
  }
  class Utterance {
    rate = 1;
    lang = "";
    voice = null;
    constructor(text) {
      this.text = text;
    }
  }
  const record = {
    voices,
    spoken: [],
    current: undefined,
    finish() {
      const ended = record.current;
      record.current = undefined;
      ended?.onend?.(new Event("end"));
    },
    bring(voices) {
      record.voices = voices;
      speech.dispatchEvent(new Event("voiceschanged"));
    },
  };
  const speech = new Speech();
  window.speechRecord = record;
  Object.defineProperty(window, "speechSynthesis", { value: speech, configurable: true });
  Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance, configurable: true });
}
