import './look/console.css';
import './look/controls.js';
import './console.js';
