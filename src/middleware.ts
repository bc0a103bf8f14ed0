import { defineMiddleware } from 'astro:middleware';
import { dictionaryOf, languageOfPath } from './i18n/index.ts';

/** Hands every page the words of its language: components have no parent that could pass them on. */
export const onRequest = defineMiddleware((context, next) => {
  context.locals.t = dictionaryOf(languageOfPath(context.url.pathname));
  return next();
});
