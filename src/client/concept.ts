import { leadOnMovedAnchors } from './moved-anchor.ts';

leadOnMovedAnchors();
