import { hole, sentence } from '../sentence.ts';

export const concepts = {
  title: 'Good to know',
  description:
    'What API keys, permissions and address allowlists are, and what to do when a key leaks.',
  updated: (day: string) => `Last read against its sources on ${day}`,
  questions: 'Questions',
  nextTopic: sentence`Next: ${hole('topic')}`,
};
